# review: needed
# of: c6ed770d7da9
# No native reader has read this translation yet.

# What people are told of mandates: by mail, by letter and on their own page. A text message says the subject alone.

told-short = { $what }. سجّلوا الدخول لمعرفة المزيد.
told-link = عرض التوكيل

told-given-subject = التوكيل ساري الآن
told-given-1 = تم منح توكيل من { $giver } إلى { $holder }.
told-given-2 = يمكن سحبه في أي وقت. سجّلوا الدخول واختاروا السحب. بدون MitID يمكنكم الاتصال أو زيارة خدمة المواطنين.

told-received-subject = توكيل جديد
told-received-1 = حصل { $holder } على توكيل من { $giver }.
told-received-2 = سجّلوا الدخول لمعرفة ما يشمله. استخدموا MitID الخاص بكم فقط.

told-asked-subject = طلب توكيل
told-asked-1 = طلب توكيل من { $holder } إلى { $giver }.
told-asked-2 = سجّلوا الدخول لمعرفة ما هو. يمكنكم القبول أو الرفض. لا تقبلوا إلا ممن تعرفونه.

told-paper-subject = توكيل بحاجة إلى توقيع
told-paper-1 = أعدّ { $holder } نموذجًا من أجل { $giver }. لا يسري قبل توقيع { $giver }.
told-paper-2 = أحضروا النموذج إلى خدمة المواطنين. إذا كنتم لا تريدونه فلا داعي لفعل أي شيء.

told-second-subject = التوكيل قيد المراجعة
told-second-1 = تم تسجيل التوكيل من { $giver } إلى { $holder } في خدمة المواطنين.
told-second-2 = يجب أن يراجعه موظف آخر قبل أن يسري. سيتم إبلاغكم.

told-rejected-subject = الجواب هو لا
told-rejected-1 = رُفض طلب منح التوكيل من { $giver } إلى { $holder }. الرفض من صاحب الشأن.
told-rejected-2 = تحدثوا معًا قبل أن تطلبوا مرة أخرى.

told-rejected-counter-subject = التوكيل مرفوض
told-rejected-counter-1 = رفضت خدمة المواطنين التوكيل من { $giver } إلى { $holder }. وهو غير ساري.
told-rejected-counter-2 = اتصلوا بنا أو زورونا إذا أردتم معرفة السبب.

told-taken-back-subject = تم سحب التوكيل
told-taken-back-1 = تم سحب التوكيل من { $giver } إلى { $holder }.
told-taken-back-2 = لم يعد ساريًا.

told-laid-down-subject = تم التنازل عن التوكيل
told-laid-down-1 = تنازل { $holder } عن التوكيل من { $giver }.
told-laid-down-2 = لم يعد ساريًا.

told-ended-counter-subject = انتهى التوكيل
told-ended-counter-1 = أنهت خدمة المواطنين التوكيل من { $giver } إلى { $holder } بناءً على طلب أحدكم.
told-ended-counter-2 = لم يعد ساريًا. اتصلوا بنا إذا كان هذا خطأ.

told-over-subject = انتهت مدة التوكيل
told-over-1 = انتهت مدة التوكيل من { $giver } إلى { $holder }.
told-over-2 = إذا كانت هناك حاجة إليه فأنشئوا توكيلًا جديدًا.

told-not-answered-subject = لم يصل جواب في الموعد
told-not-answered-1 = لم تتم الموافقة على التوكيل من { $giver } إلى { $holder }. وقد سقط الآن.
told-not-answered-2 = إذا كانت هناك حاجة إليه فاطلبوه مرة أخرى.

told-death-subject = انتهى توكيل
told-death-1 = انتهى التوكيل من { $giver } إلى { $holder } بسبب وفاة أحد الطرفين.
told-death-2 = لا داعي لفعل أي شيء. اتصلوا بنا إذا أردتم التحدث مع أحد.

told-ends-soon-subject = ينتهي التوكيل قريبًا
told-ends-soon-1 = ينتهي التوكيل من { $giver } إلى { $holder } قريبًا.
told-ends-soon-2 = { $days ->
    [0] اليوم هو آخر يوم له. إذا كانت هناك حاجة إليه مدة أطول فأنشئوا توكيلًا جديدًا.
    [one] يبقى ساريًا يومًا واحدًا. إذا كانت هناك حاجة إليه مدة أطول فأنشئوا توكيلًا جديدًا.
    [two] يبقى ساريًا يومين. إذا كانت هناك حاجة إليه مدة أطول فأنشئوا توكيلًا جديدًا.
    [few] يبقى ساريًا { $days } أيام. إذا كانت هناك حاجة إليه مدة أطول فأنشئوا توكيلًا جديدًا.
   *[other] يبقى ساريًا { $days } يومًا. إذا كانت هناك حاجة إليه مدة أطول فأنشئوا توكيلًا جديدًا.
}

told-used-first-subject = تم استخدام التوكيل
told-used-first-1 = استخدم { $holder } التوكيل من { $giver } لأول مرة.
told-used-first-2 = سجّلوا الدخول لمعرفة ما تم. إذا كان ذلك خطأ فاسحبوا التوكيل.

told-refused-attempt-subject = محاولة بدون إذن
told-refused-attempt-1 = حاول { $holder } رؤية أو فعل شيء لا يسمح به التوكيل من { $giver }. وتم منع ذلك.
told-refused-attempt-2 = قد يكون ذلك خطأ. لا داعي لفعل أي شيء، ولكن يمكنكم سحب التوكيل.

# The letter that the counter prints for the giver.

told-letter-title = حول توكيلكم
told-letter-active = تم منح توكيل من { $giver } إلى { $holder }. وهو يشمل ما يلي:
told-letter-waiting = التوكيل من { $giver } إلى { $holder } غير ساري بعد. وهو يتعلق بما يلي:
told-letter-rejected = التوكيل من { $giver } إلى { $holder } مرفوض. وكان يتعلق بما يلي:
told-letter-ended = انتهى التوكيل من { $giver } إلى { $holder }. وكان يتعلق بما يلي:
told-letter-from = يسري من { $date }.
told-letter-until = يسري حتى { $date }.
told-letter-no-end = يسري حتى يتم سحبه.
told-letter-back = يمكن سحبه في أي وقت. زوروا خدمة المواطنين أو اتصلوا بنا.
