# review: needed
# of: f17485aa9c98
# No native reader has read this translation yet.

# A company's rights: to its people, to an adviser, and from the adviser to its named people.

company-mine-title = شركاتي
company-mine-line = اطلعوا على ما يجوز لكم فعله باسم شركة.
company-mine-lead = هنا يمكنكم التصرف باسم شركة باستخدام MitID الخاص بكم.
company-mine-none = ليست لديكم شركة هنا.
company-signs = يمكنكم التوقيع منفردين.
company-may = يمكنكم
company-may-for = { $powers } باسم { $name }
company-post = البريد

company-rights-title = الصلاحيات
company-rights-none = لم تُمنح صلاحيات لأحد بعد.
company-opens = يسمح بما يلي
company-state = الحالة
company-since = من
company-until = حتى
company-last-used = آخر استخدام
company-never-used = لم يُستخدم
company-through = تم تمريره من
company-take-back = سحب
company-yes = قبول
company-no = رفض
company-over = منتهية
company-people = العاملون هنا
company-people-text = اختاروا شخصًا وامنحوه صلاحية. من يترك العمل يفقد كل شيء فورًا.
company-give = منح صلاحية
company-give-title = منح صلاحية
company-give-lead = ماذا يجوز لهذا الشخص أن يفعل باسم { $name }؟
company-to = إلى
company-adviser-title = مستشار
company-adviser-text = اسمحوا لمحاسبكم أو لشركة أخرى بالتصرف باسمكم.
company-adviser-give = السماح لمستشار
company-adviser-lead = ماذا يجوز للمستشار أن يفعل باسم { $name }؟ يمكنه تمرير ذلك إلى موظفيه.
company-cvr = رقم CVR للمستشار
company-cvr-hint = ثمانية أرقام
company-person = من يحصل عليها؟
company-person-hint = يجب أن يعمل لديكم
company-powers = بماذا تسمحون؟
company-unit = القسم ذو رقم P فقط
company-unit-hint = عشرة أرقام. فارغ: الشركة كلها.
company-starts-on = من
company-ends-on = حتى
company-ends-on-hint = فارغ: حتى تسحبوها
company-past = البريد السابق لهذا اليوم
company-past-yes = يجوز قراءته أيضًا
company-past-no = لا يجوز قراءته
company-send = السماح الآن
company-explained = ماذا تعني؟

company-join-title = موظف جديد
company-join-lead = اكتبوا الرقم والاسم. ثم يمكنكم منح الشخص صلاحيات.
company-cpr = رقم CPR
company-cpr-hint = عشرة أرقام. لن يظهر مرة أخرى.
company-name = الاسم
company-join = إضافة
company-end-title = لم يعد يعمل هنا
company-end-text = يفقد الشخص كل صلاحياته لديكم فورًا، من النقرة التالية.
company-end-rights = { $count ->
    [0] ليست لدى الشخص صلاحيات الآن.
    [one] لدى الشخص صلاحية واحدة الآن.
    [two] لدى الشخص صلاحيتان الآن.
    [few] لدى الشخص { $count } صلاحيات الآن.
   *[other] لدى الشخص { $count } صلاحية الآن.
}
company-end = إنهاء الآن

company-held-title = ما حصلنا عليه
company-held-text = سمح لكم آخرون بذلك. يمكنكم تمريره إلى أشخاص محددين يعملون لديكم. ولا يمكنهم تمريره مرة أخرى.
company-held-none = لم يمنحكم أحد شيئًا.
company-not-passed-on = لم يحصل عليه أحد لديكم بعد.
company-passed-on = تم تمريره إلى
company-pass-on-title = تمرير
company-pass-on-lead = من لديكم يجوز له التصرف باسم { $name }؟ يمكنكم تمرير ما لديكم أو أقل.
company-lay-down = التنازل عنه

company-saved-given = تم السماح. سيتم إبلاغ الشخص.
company-saved-taken = تم السحب. يسري ذلك من الآن.
company-saved-yes = لقد وافقتم.
company-saved-no = لقد رفضتم.
company-saved-joined = تمت إضافة الشخص، ولكن ليست لديه صلاحيات بعد.
company-saved-left = ترك الشخص العمل وفقد كل صلاحياته.
company-saved-back = لقد تنازلتم عنه.

company-error-cvr = رقم CVR: لا نعرف شركة بهذا الرقم
company-error-person = رقم CPR: لا نعرف أحدًا بهذا الرقم وهذا الاسم
company-error-already-here = رقم CPR: الشخص موظف بالفعل
company-error-powers = بماذا تسمحون: اختاروا شيئًا واحدًا على الأقل
company-error-power = بماذا تسمحون: بعضها لا يمكن منحه
company-error-starts-on = من: هذا ليس تاريخًا
company-error-ends-on = حتى: هذا ليس تاريخًا
company-error-ends-before = حتى: ينتهي قبل أن يبدأ
company-error-past = حتى: مضى هذا اليوم
company-error-too-long = حتى: عشر سنوات على الأكثر
company-error-limit-case = رقم القضية: 40 حرفًا على الأكثر
company-error-limit-unit = رقم P: اكتبوا عشرة أرقام
company-error-oneself = لا يمكن لشركة أن تمنح نفسها شيئًا
company-error-too-young = يجب أن يكون عمر المانح { $years } عامًا
company-error-wider = هذا أكثر مما حصلتم عليه. انظروا إلى التواريخ أيضًا.
company-error-too-deep = تم تمريره بقدر ما هو مسموح. اطلبوا من المالك منحه مباشرة.
company-error-not-employee = من يحصل عليها: اختاروا شخصًا يعمل لديكم
company-error-step = لم يعد ذلك ممكنًا. انظروا إلى حالته الآن.
company-error-already = الشيء نفسه موجود بالفعل
company-error-too-many = طُلب الكثير. انتظروا قليلًا.
company-error-dead = توفي أحد الطرفين
company-error-involved = لا يجوز لكم تقرير ذلك بأنفسكم
company-error-other-people = هذا شخص آخر غير المذكور
company-error-case = رقم القضية: اكتبوا من 1 إلى 40 حرفًا
company-error-same-employee = يجب أن ينظر فيه شخص آخر
