import type { CodeList } from '../code-list.ts'

/** S1-42: a second hurdle beside a code to the mailbox or phone, never the only way back (D8, ASVS V6.4.2). */
export const securityQuestions: CodeList = {
  id: 'security_question', name: '密码问题', en: 'Security questions', standard: '平台自定',
  items: [
    { code: 'primary_school', name: '您就读的小学全称是？', en: 'What is the full name of your primary school?' },
    { code: 'school_friend', name: '您最要好的中学同学的姓名是？', en: 'What is the name of your best friend at secondary school?' },
    { code: 'mothers_birthplace', name: '您母亲的出生地（县）是？', en: 'In which county was your mother born?' },
    { code: 'first_teacher', name: '您第一位班主任的姓名是？', en: 'What is the name of your first class teacher?' },
    { code: 'first_award', name: '您获得的第一个学术奖项的名称是？', en: 'What was the first academic award you received?' },
    { code: 'first_superior', name: '您参加工作后第一位领导的姓名是？', en: 'What is the name of your first superior at work?' },
    { code: 'book', name: '您最难忘的一本书的书名是？', en: 'What is the title of the book you remember best?' },
    { code: 'first_flight', name: '您第一次乘坐飞机的目的地是？', en: 'Where did your first flight take you?' },
    { code: 'own', name: '自定义问题', en: 'A question of my own' },
  ],
}
