### Small words: days, hours, greetings, titles. Used inside other sentences.

month-names = January February March April May June July August September October November December
weekday-names = Sunday Monday Tuesday Wednesday Thursday Friday Saturday
at-time = at { $time } { $zone }
today = today
tomorrow = tomorrow
span-moment = a few minutes
span-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
}
span-days = { $n ->
    [one] one day
   *[other] { $n } days
}
list-and = { $first } and { $last }

greeting-morning = Good morning
greeting-noon = Good afternoon
greeting-afternoon = Good afternoon
greeting-evening = Good evening

yes = Yes
no = No

## Titles stay Indonesian: that is how people are addressed, whatever the language.

title-father = Bapak
title-mother = Ibu
title-unknown = Bapak/Ibu
title-raja = { $title } Raja
address-father = Pak
address-mother = Bu


village-desa = Desa { $name }
village-negeri = Negeri { $name }
village-kelurahan = Kelurahan { $name }
kecamatan-named = Kecamatan { $name }
