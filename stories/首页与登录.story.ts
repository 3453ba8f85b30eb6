import { expect, test } from 'vitest'
import { townPassword } from '../world/cast.ts'
import { chineseLeft } from './harness/english.ts'
import { axe, picture } from './harness/look.ts'
import { typeSignIn } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import { labelled, press } from './harness/wizard.ts'

const { visitor } = await story()

test('S1-01 每个页面的页眉都有平台的中文和英文名称', async () => {
  const { page } = await visitor()
  for (const path of ['/', '/sign-in', '/register', '/announcements', '/help/support', '/forgotten', '/old-browser', '/nowhere']) {
    await page.goto(path)
    const header = await page.locator('header').innerText()
    expect(header, path).toContain('天津市科技管理信息平台')
    expect(header, path).toContain('Tianjin Science and Technology Management Information Platform')
    await axe(page)
  }
  await page.goto('/')
  await picture(page, '首页')
})

test('S1-02 S1-04 S1-07 首页有“立即注册”和四个步骤：先单位，后填报用户', async () => {
  const { page } = await visitor()
  await page.goto('/')
  const steps = await page.locator('#flow ol li b').allInnerTexts()
  expect(steps.map((step) => step.replaceAll(/\s/g, ''))).toEqual(['①单位管理用户注册', '②局级主管部门审核', '③填报用户注册', '④管理员为填报用户授权'])
  await page.getByText('先由单位管理用户注册并通过审核').waitFor()
  await page.getByRole('link', { name: '立即注册' }).first().click()
  await page.getByRole('heading', { name: '选择用户类型' }).waitFor()
  await axe(page)
  await picture(page, '选择用户类型')
})

test('S1-16 用户协议写明版本；不同意则注册结束', async () => {
  const { page } = await visitor()
  await page.goto('/register/unit/agreement')
  await page.getByText(/第 1 版，\d{4}-\d{2}-\d{2} 生效/).waitFor()
  await axe(page)
  await picture(page, '用户协议')
  await press(page, '不同意')
  await page.getByRole('heading', { name: '注册过程已结束' }).waitFor()
  await axe(page)
})

test('S1-57 首页、页脚和技术支持页公布技术支持邮箱', async () => {
  const { page } = await visitor()
  await page.goto('/')
  expect(await page.locator('main a[href^="mailto:"]').count()).toBe(1)
  expect(await page.locator('footer a[href^="mailto:"]').count()).toBe(1)
  await page.getByRole('link', { name: '技术支持' }).click()
  await page.getByRole('heading', { name: '技术支持', level: 1 }).waitFor()
  await page.locator('main a[href^="mailto:"]').waitFor()
  await picture(page, '技术支持')
})

test('S1-03 在首页直接登录；写错时一句话说明，用户名仍在', async () => {
  const { page } = await visitor()
  await page.goto('/')
  await labelled(page, '用户名').fill('jingu_ligong')
  await labelled(page, '密码').fill('not-the-Passw0rd')
  await press(page, '登录')
  await page.getByText('用户名或密码错误').first().waitFor()
  expect(await labelled(page, '用户名').inputValue()).toBe('jingu_ligong')
  expect(await labelled(page, '密码').inputValue()).toBe('')
  await axe(page)
  await picture(page, '登录有误')
  await labelled(page, '密码').fill(townPassword)
  await press(page, '登录')
  await page.locator('header').getByText('当前用户：津沽示范理工大学（演示）').waitFor()
})

test('S1-03 登录后回到原来要去的页面', async () => {
  const { page } = await visitor()
  await page.goto('/app/account')
  await page.waitForURL(/\/sign-in\?back=/)
  await labelled(page, '用户名').fill('haihe_yanjiu')
  await labelled(page, '密码').fill(townPassword)
  await press(page, '登录')
  await page.waitForURL(/\/app\/account$/)
  await page.getByRole('heading', { name: '账号安全' }).waitFor()
})

test('S1-01 英文页面完整：除名称和单位填写的内容外没有中文', async () => {
  const { page } = await visitor()
  await page.goto('/')
  await page.getByRole('link', { name: 'English' }).click()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  for (const path of ['/', '/sign-in', '/register', '/register/unit/agreement', '/register/ended', '/announcements', '/help/support', '/forgotten', '/old-browser', '/nowhere']) {
    await page.goto(path)
    expect(await chineseLeft(page, /极速模式|腾讯/), path).toEqual([])
    await axe(page)
  }
  await page.goto('/')
  await picture(page, '首页-英文')
  const led = await page.locator('ul.items a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(led.some((path) => path.startsWith('/calls/')) && led.some((path) => path.startsWith('/announcements/'))).toBe(true)
  for (const path of ['/calls', ...led]) {
    await page.goto(path)
    expect(await chineseLeft(page), path).toEqual([])
    await axe(page)
  }
})

test('S1-52 登录以后的英文页面也完整', async () => {
  const unit = await visitor({ lang: 'en' })
  await typeSignIn(unit, 'shili_keji3')
  const { page } = unit
  await page.waitForURL(/\/app\//)
  for (const [path, heading] of [['/app/', /示例第三/], ['/app/people', /People/], ['/app/home', /示例第三/], ['/app/projects', /Projects/], ['/app/why', /What can I do/], ['/app/account', /Account/], ['/app/account/password', /password/i], ['/app/inbox', /Messages|Inbox/i]] as const) {
    await page.goto(path)
    await page.getByRole('heading', { name: heading }).first().waitFor()
    expect(await chineseLeft(page, /（演示）|示例第三|吴示范|阿依古丽/), path).toEqual([])
    await axe(page)
  }
  await page.goto('/app/home')
  await page.getByRole('heading', { name: /示例第三/ }).waitFor()
  await picture(page, '单位首页-英文')
})

test('D26 演示信箱：动态验证码在每种屏幕上都看得到，不必左右滚动', async () => {
  const { page } = await visitor()
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 768 })
    await page.goto('/demo')
    const table = page.getByRole('region', { name: '演示人物' })
    expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth), `at ${width}`).toBeLessThanOrEqual(0)
  }
  await axe(page)
  await picture(page, '演示信箱')
})

test('S1-20 浏览器说明；脚本跑不动的旧浏览器看到提示', async () => {
  const { page } = await visitor()
  await page.goto('/')
  expect(await page.locator('#old-browser').isVisible()).toBe(false)
  await page.getByRole('link', { name: '浏览器说明' }).click()
  await page.getByRole('heading', { name: '浏览器说明' }).waitFor()
  await page.locator('main').getByText('极速模式').first().waitFor()
  await picture(page, '浏览器说明')
  // An engine of the time of IE 11, as far as the page can tell.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'IntersectionObserver'))
  await page.goto('/')
  await page.locator('#old-browser').getByText('浏览器版本较旧').waitFor()
  await axe(page)
  await picture(page, '旧浏览器')
})

test('S1-01 长者模式：字不小于18像素，按钮不低于44像素，到了下一页仍然有效', async () => {
  const { page } = await visitor()
  await page.goto('/')
  await page.getByRole('link', { name: '长者模式' }).click()
  await page.getByRole('link', { name: '标准模式' }).waitFor()
  await page.goto('/sign-in')
  const { size, low } = await page.evaluate(() => ({
    size: parseFloat(getComputedStyle(document.body).fontSize),
    low: [...document.querySelectorAll('main button, main input, main .button')].filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
  }))
  expect(size).toBeGreaterThanOrEqual(18)
  expect(low).toEqual([])
  await axe(page)
  await page.getByRole('link', { name: '标准模式' }).click()
  await page.getByRole('link', { name: '长者模式' }).waitFor()
})

test('S1-02 S1-03 首页和登录页的首次显示不下载业务系统的程序', async () => {
  for (const path of ['/', '/sign-in', '/register']) {
    const { page } = await visitor()
    const asked: string[] = []
    let bytes = 0
    page.on('response', async (answer) => {
      asked.push(new URL(answer.url()).pathname)
      bytes += Number((await answer.allHeaders())['content-length'] ?? 0)
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(asked.filter((one) => one.startsWith('/app')), path).toEqual([])
    expect(asked.length, `${path} asked for ${asked.join(' ')}`).toBeLessThanOrEqual(5)
    expect(bytes, path).toBeLessThan(120_000)
  }
})

test('S1-03 没有脚本也能登录', async () => {
  const { page } = await visitor({ scripts: false })
  await page.goto('/')
  await page.getByLabel(/^用户名/).fill('shili_keji3')
  await page.getByLabel(/^密码/).fill(townPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/app\//)
})
