/** Who knows whom, and who asked whom. */
export const demoContacts: readonly (readonly [string, string])[] = [
  ['mei', 'oldtown-bikes'],
  ['mei', 'lihua'],
  ['mei', 'liu.yang'],
  ['mei', 'phone-lab'],
  ['mei', 'tom'],
  ['mei', 'grace'],
  ['sofia', 'lihua'],
  ['sofia', 'nadia'],
  ['tom', 'grace'],
  ['zhang.wei', 'rent-pudong'],
]

/** Still open: who asks, whom, and with what words. */
export const demoRequests: readonly (readonly [from: string, to: string, greeting: string])[] = [
  ['kenji', 'mei', 'Hello Mei, Kenji here, about the tea set.'],
  ['zhang.wei', 'mei', '你好，我是张伟，跳蚤市场群里看到你。'],
  ['mei', 'sofia', '你好 Sofia，我是陈美，群里见过。'],
  ['nadia', 'tom', 'Hi Tom, still looking for a stroller?'],
]

/** What somebody calls and tags their contacts. */
export const demoNotes: readonly {
  of: string
  about: string
  remark: string
  tags: readonly string[]
}[] = [
  { of: 'mei', about: 'oldtown-bikes', remark: '老城自行车', tags: ['商家'] },
  { of: 'mei', about: 'phone-lab', remark: '', tags: ['商家'] },
  { of: 'mei', about: 'lihua', remark: '', tags: ['商家', '跳蚤市场'] },
  { of: 'mei', about: 'liu.yang', remark: '刘洋（球友）', tags: ['朋友'] },
]
