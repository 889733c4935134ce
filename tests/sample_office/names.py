"""Invented names. Every person of the sample office is made here, from a seeded random source."""

from random import Random

COMMON = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范廖石贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
COMPOUND = ("欧阳", "上官", "司马", "诸葛", "皇甫", "令狐", "慕容", "夏侯", "东方", "公孙", "尉迟", "端木")
FIRST = "秀桂玉凤春金素淑翠彩月兰梅菊荷莲国建志永德文明光福禄寿发财祥瑞家守克绍树茂润泽传继宝贵满有根水火土木长正世忠孝仁义礼智信安顺"
SECOND = (
    "英兰芳珍华珠云霞琴娥香莲梅凤仙花平生林山海河川江田富强军民才良友朋成功业勤俭厚福荣昌盛兴旺清廉洁贤惠娟芬芝蓉瑶瑾琪"
)
MINORITY = (
    "马依努尔·阿卜杜热合曼",
    "阿依古丽·买买提",
    "努尔兰·哈力克",
    "扎西·次仁",
    "吉克·阿果",
    "古丽娜尔·吐尔逊",
    "其其格·巴图",
    "阿不力孜·克里木",
)
# Characters that phones, printers and old systems lose.
RARE = ("龚䶮", "王㛃", "李𬭩", "陈𠅤平", "赵𫖯", "刘𪟝昌", "周𩽾", "吴𬎆华", "杨𠮷生")


class Names:
    """Hands out names, each once; rare and minority names among the first."""

    def __init__(self, random: Random, taken: set[str]) -> None:
        self.random = random
        self.taken = set(taken)
        self.special = [*RARE, *MINORITY]
        random.shuffle(self.special)

    def next(self) -> str:
        while True:
            name = self.special.pop() if self.special and self.random.random() < 0.2 else self._made()
            if name not in self.taken:
                self.taken.add(name)
                return name

    def _made(self) -> str:
        random = self.random
        surname = random.choice(COMPOUND) if random.random() < 0.03 else random.choice(COMMON)
        first, second = random.choice(FIRST), random.choice(SECOND)
        return surname + (second if random.random() < 0.12 else first + second)
