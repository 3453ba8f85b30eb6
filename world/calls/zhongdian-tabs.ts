import { ask, both, must, option } from './write.ts'

export const teamTab = {
  id: 'team', label: both('项目团队', 'Team'),
  fields: [
    ask('note', 'team_note', '填写说明', 'How to fill in', { text: both('请邀请项目参与人，由其在本人账号中确认。参与人不含项目负责人。', 'Invite the members; they confirm in their own account. The leader is not one of them.') }),
    must('members', 'members', '项目参与人', 'Members', { least: 2, most: 15 }),
    must('text', 'team_work', '团队基础与分工', 'What the team has done, and who does what', { min: 50, max: 2000, lines: 8 }),
  ],
}

export const researchTab = {
  id: 'research', label: both('立项依据与研究内容', 'Research'),
  fields: [
    must('rich', 'grounds', '立项依据', 'Grounds', { min: 200, max: 5000, images: 5, help: both('国内外现状、需求与意义；可插入图片和表格', 'State of the art, need and meaning; pictures and tables are welcome') }),
    must('rich', 'contents', '研究内容与技术路线', 'Contents and method', { min: 200, max: 8000, images: 10 }),
    must('rich', 'novelty', '创新点', 'What is new', { min: 50, max: 2000, images: 2 }),
    must('choices', 'outputs', '预期成果形式', 'Kinds of results', {
      least: 1, most: 4,
      options: [
        option('prototype', '样机、样品', 'Prototype'), option('software', '软件系统', 'Software'), option('patent', '发明专利', 'Patent'),
        option('standard', '标准', 'Standard'), option('paper', '论文专著', 'Papers and books'),
      ],
    }),
  ],
}

export const planTab = {
  id: 'plan', label: both('进度与考核指标', 'Milestones and indicators'),
  fields: [
    must('table', 'milestones', '进度安排', 'Milestones', {
      least: 2, most: 12,
      columns: [
        { kind: 'date', id: 'starts', label: both('开始日期', 'From'), required: true, width: 2 }, { kind: 'date', id: 'ends', label: both('结束日期', 'Until'), required: true, width: 2 },
        { kind: 'text', id: 'goal', label: both('阶段目标', 'Goal'), required: true, max: 300 }, { kind: 'text', id: 'proof', label: both('考核方式', 'How it is shown'), required: true, max: 200 },
      ],
    }),
    must('table', 'indicators', '考核指标', 'Indicators', {
      least: 1, most: 20,
      columns: [
        {
          kind: 'choice', id: 'kind', label: both('指标类型', 'Kind'), required: true,
          options: [option('technical', '技术指标', 'Technical'), option('economic', '经济社会效益', 'Economic and social'), option('result', '成果产出', 'Results'), option('talent', '人才培养', 'People')],
        },
        { kind: 'text', id: 'name', label: both('指标名称', 'Indicator'), required: true, max: 100 }, { kind: 'text', id: 'now', label: both('立项时值', 'Now'), required: false, max: 60 },
        { kind: 'text', id: 'goal', label: both('完成时值', 'At the end'), required: true, max: 60 },
      ],
    }),
  ],
}
