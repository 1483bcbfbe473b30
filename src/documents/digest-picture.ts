import { BarChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { fontFamily } from '../lib/fonts.ts'
import { type BarBlock, type DigestPicture, longestBlock } from './picture-of-bars.ts'

use([BarChart, GridComponent, TitleComponent, SVGRenderer])

// a phone held upright; a letter of 26 units is then as high as the text of the chat
const width = 720
const margin = 28
const headHeight = 110
const blockTitleHeight = 64
const rowHeight = 52
/** Letters of a title that stand in one line, written smaller. */
const longestTitle = 50
const nameWidth = 262
const saysWidth = 160

const green = '#155e4b'
const rest = '#d9e4de'
const ink = '#17211d'
const soft = '#55635d'

/** The picture as SVG: progress per kecamatan and what holds people up, readable on a small phone. */
export function drawDigestPicture(picture: DigestPicture): string {
  // with the name of a long kabupaten the title takes a second line
  const isLong = picture.title.length > longestTitle
  const blocks = picture.blocks.map((block) => ({ ...block, bars: block.bars.slice(0, longestBlock) }))
  const tops: number[] = []
  let height = headHeight + (isLong ? 30 : 0)
  for (const { bars } of blocks) {
    tops.push(height)
    height += blockTitleHeight + bars.length * rowHeight + margin
  }

  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({
      animation: false,
      backgroundColor: '#fff',
      textStyle: { fontFamily },
      title: [
        {
          text: picture.title,
          subtext: picture.subtitle,
          left: margin,
          top: 20,
          padding: 0,
          itemGap: 8,
          // nothing of it may be cut: a long title is written smaller, and goes on below
          textStyle: {
            fontSize: picture.title.length > 36 ? 24 : 30,
            color: ink,
            fontWeight: 'bold',
            width: width - 2 * margin,
            overflow: 'break',
          },
          subtextStyle: { fontSize: 22, color: soft, width: width - 2 * margin, overflow: 'truncate' },
        },
        ...blocks.map(({ title }, i) => ({
          text: title,
          left: margin,
          top: (tops[i] ?? 0) + 16,
          padding: 0,
          textStyle: { fontSize: 26, color: ink, fontWeight: 'bold' as const },
        })),
      ],
      grid: blocks.map(({ bars }, i) => ({
        left: margin + nameWidth,
        right: margin + saysWidth,
        top: (tops[i] ?? 0) + blockTitleHeight,
        height: bars.length * rowHeight,
      })),
      yAxis: blocks.map(({ bars }, i) => ({
        type: 'category' as const,
        gridIndex: i,
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          fontSize: 23,
          color: ink,
          align: 'left' as const,
          margin: nameWidth,
          width: nameWidth - 16,
          overflow: 'truncate' as const,
        },
      })),
      xAxis: blocks.map(({ bars }, i) => ({
        type: 'value' as const,
        gridIndex: i,
        show: false,
        min: 0,
        max: longest(bars),
      })),
      series: blocks.flatMap(({ bars }, i) => {
        const common = { type: 'bar' as const, xAxisIndex: i, yAxisIndex: i, stack: `block${i}`, barWidth: 28 }
        const whole = longest(bars)
        return [
          { ...common, data: bars.map(({ value }) => value), itemStyle: { color: green } },
          {
            ...common,
            data: bars.map(({ value, of }) => (of ?? value) - value),
            itemStyle: { color: rest },
          },
          {
            // fills the row to its end, so that all the words behind the bars stand in one line
            ...common,
            data: bars.map(({ value, of }) => whole - (of ?? value)),
            itemStyle: { color: 'transparent' },
            label: {
              show: true,
              position: 'right' as const,
              distance: 12,
              fontSize: 24,
              color: ink,
              formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.says ?? '',
            },
          },
        ]
      }),
    })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function longest(bars: BarBlock['bars']): number {
  return Math.max(1, ...bars.map(({ value, of }) => of ?? value))
}
