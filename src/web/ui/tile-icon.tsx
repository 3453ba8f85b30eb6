import { FolderOpenOutlined, UserOutlined } from '@ant-design/icons'

/** The pictures of the large tiles (S2-05). */
const icons = { center: UserOutlined, projects: FolderOpenOutlined } as const
export type TileIcon = keyof typeof icons

export const Picture = ({ of }: { of: TileIcon }) => {
  const Icon = icons[of]
  return <span className="tile-icon" aria-hidden="true"><Icon /></span>
}
