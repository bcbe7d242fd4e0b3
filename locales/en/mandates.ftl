# Mandates (fuldmagt): what they open, giving, asking, answering, and who has looked.

mandate-service-digital-post = Digital Post
mandate-service-pension = Pension
mandate-service-housing-benefit = Housing benefit
mandate-service-tax = Tax
mandate-service-health = Health
mandate-service-municipality = The municipality
mandate-service-vat = VAT
mandate-service-payroll = Payroll
mandate-service-company-register = The business register

power-post-read = Read post
power-post-read-opens = Can read the letters and put them in folders.
power-post-read-not = Cannot answer, write letters or delete anything.
power-post-read-write = Read and write post
power-post-read-write-opens = Can read and answer letters, put them in folders and choose where news of letters goes.
power-post-read-write-not = Cannot delete letters for good. Cannot let others in.
power-post-exemption = Ask to be exempt from Digital Post
power-post-exemption-opens = Can ask for letters on paper and sign up for NemSMS or leave it.
power-post-exemption-not = Cannot read the letters.
power-pension-see = See pension
power-pension-see-opens = Can see what pension is paid and what was applied for.
power-pension-see-not = Cannot apply for anything or change anything.
power-pension-act = See and apply for pension
power-pension-act-opens = Can see the pension, apply for it, change it and speak with Udbetaling Danmark.
power-pension-act-not = Cannot change the account that other money goes to. Cannot read post.
power-housing-benefit-see = See housing benefit
power-housing-benefit-see-opens = Can see what is paid and what was applied for.
power-housing-benefit-see-not = Cannot apply for anything or change anything.
power-housing-benefit-act = See and apply for housing benefit
power-housing-benefit-act-opens = Can see the housing benefit, apply for it, change it and speak with Udbetaling Danmark.
power-housing-benefit-act-not = Cannot see pension or tax. Cannot read post.
power-tax-see = See tax
power-tax-see-opens = Can see the annual statement and what was paid in tax.
power-tax-see-not = Cannot change anything.
power-tax-act = See and change tax
power-tax-act-opens = Can see and correct the tax and speak with the tax agency.
power-tax-act-not = Cannot see pension or housing benefit. Cannot read post.
power-health-see = See health
power-health-see-opens = Can see appointments, medicine, test results and records at sundhed.dk.
power-health-see-not = Cannot book or change anything.
power-health-act = See and arrange health
power-health-act-opens = Can see what is at sundhed.dk, book appointments, order medicine and speak with the doctor.
power-health-act-not = Cannot say yes to a treatment for somebody else.
power-municipality-contact = Speak with the municipality
power-municipality-contact-opens = Can call, write to and visit the municipality about the case.
power-municipality-contact-not = Cannot apply for anything. Cannot sign in and see the case.
power-municipality-act = Use the municipality's self-service
power-municipality-act-opens = Can see cases, apply, report and speak with the municipality.
power-municipality-act-not = Cannot vote or change MitID. Cannot read post.
power-vat-act = VAT
power-vat-act-opens = Can see and report VAT and speak with the tax agency.
power-vat-act-not = Cannot see payroll. Cannot read post.
power-payroll-act = Payroll
power-payroll-act-opens = Can see and report wages in eIndkomst.
power-payroll-act-not = Cannot see VAT. Cannot read post.
power-company-register-act = Change the business register
power-company-register-act-opens = Can change name, address, owners and management in CVR.
power-company-register-act-not = Cannot see VAT or payroll. Cannot read post.

mandate-state-draft = Draft
mandate-state-requested = Waits for an answer
mandate-state-waiting-for-signature = Waits for a signature
mandate-state-active = In force
mandate-state-not-yet = Not in force yet
mandate-state-rejected = Refused
mandate-state-withdrawn = Taken back
mandate-state-expired = Expired
mandate-state-ended-by-death = Ended by a death

mandate-basis-digital = Given with MitID
mandate-basis-paper = Given on paper
mandate-basis-counter = Given at the citizens' service
mandate-basis-general = Rests on a general power of attorney
mandate-basis-future = Rests on a future power of attorney
mandate-basis-login = Came with a sign-in

mandate-no-end = No last day
mandate-without-past = Only letters that come after { $date }
mandate-without-past-yet = Only letters that come from now on
mandate-limit-folders = { $count ->
    [one] Only 1 folder
   *[other] Only { $count } folders
}
mandate-limit-folder-names = Only these folders: { $names }
mandate-limit-sender = Only from { $name }
mandate-limit-letter = Only one letter
mandate-limit-case = Only the case with number { $number }
mandate-limit-unit = Only the department with P-number { $number }
