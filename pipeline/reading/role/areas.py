"""Words of which areas of work are called in English, behind an occupation: `Paralegal, Real Estate`."""

from __future__ import annotations

import re

_WORDS = """
Access Account Accounting Accounts Acquisition Acquisitions Acute Administration Admissions Adult Adults Advertising
Advocacy Affairs AI Alliances Alumni Ambulatory Analytics Android Animals Applied Arable Arbitration Archives Art Arts
Asset Audit Autism Automation Automotive Awards Back Back-End Back-end Back-Office Backend Bakery Baking Banking Bar
Beauty Benefits Billing Biology Birds Books Brand Broadband Building Business Butchery Campaigns Cancer Capital
Cardiac Cards Care Casualty Catering Cell Chain Channel Checkout Chemistry Child Children Children's Civil Claims
Classics Client Clients Clinical Cloud Coatings Collections Commercial Communication Communications Community
Compliance Computer Computing Conservation Construction Consumer Content Conveyancing Core Corporate Costume Credit
Critical Culture Customer Customers Cyber Dairy Dance Data Database Databases Debt Decommissioning Deli Delivery
Dementia Dental Derivatives Design Desktop Developer Development DevOps Dialysis Digital Disability Disputes
Distribution Documentation Drainage Drama Ecology Economics Editorial Education Electrical Electrification Emergency
Employee Employment Endoscopy Energy Engineering English Enterprise Environment Environmental Equities Equity Estate
Estates Events Exhibitions External Fabrication Facilities Families Family Fashion Features Field Finance Financial
Fisheries Fixed Fleet Food Footwear Forestry Frailty Fraud French Fresh Front Front-end Front-End Frontend Fulfilment
Full-Stack Fundraising Furniture Games Gardens Gas Geography German Gifts Giving Goods Government Grad Grads Grants
Grocery Groundworks Growth Hardware Health Healthcare Heating Heritage Highways History Hospitality Housekeeping
Housing Human HVAC Identity Imaging Immigration Income Individual Information Infrastructure Innovation Insights
Inspection Installation Instrumentation Insurance Integration Integrations Intelligence Intensive Internal
International Interpretation Investigations Investment Investments Inwards iOS Irrigation IT Joinery Journals Kitchen
Kitchens Labour Landscape Languages Law Learning Ledger Legacies Legal Lending Libraries Licensing Lifecycle Listed
Literature Litigation Livestock Local Logistics Loss Loyalty Machine Maintenance Management Manufacturing Marine
Market Marketing Marketplace Markets Maternity Mathematics Maths Mechanical Media Mediation Medical Medicine Medieval
Membership Memberships Menswear Mental Merchandising Mid-Market Midwifery Mobile Modelling Modern Mortgages Motor
Museums Music Neonatal Network Networks New News Nights Nurseries Nursery Nursing Nutrition Office Older Onboarding
Oncology Operation Operations Orthopaedics Outpatient Outpatients Outreach Packaging Packing Paediatric Paediatrics
Paid Parks Partner Partners Partnerships Pastoral Patient Patients Payable Payments Payroll Pensions People
Performance Pharmacy Philosophy Photography Physical Physics Picking Placement Planning Plant Platform Platforms
Plumbing Policy Political Poultry Pre-Construction Press Prevention Pricing Primary Print Prints Private Probate
Process Processing Procurement Produce Product Production Products Programmes Promotion Property Prospects Protection
Psychiatry Public Publishing Purchase Purchasing QA QA/QC QC Quality Radio Rail Receivable Reception Recoveries Recovery
Recreation Refugees Regional Regulation Regulatory Rehabilitation Reinsurance Relations Reliability Religious Renal
Renewables Rentals Repairs Reporting Research Residential Resources Respiratory Restoration Retail Retention Returns
Revenue Risk Risks Robotics Roofing Rural Safeguarding Safety Sales Sanitation School Schools Science Sciences Search
Secondary Sector Secure Security Services Settlement Sexual Shared Shipping Signal Signalling Simulation Site Small
Social Software Soil Spanish Special Sport Sports Stack Statutory Stores Strategic Strategy Stroke Structural Studies
Success Supply Support Surgery Surgical Sustainability Systems Tax Taxation Technical Technology Telemetry Testing
Textiles Theatre Theatres Therapy Toddlers Tooling Tools Tourism Track Trade Trading Traffic Transfer Transformation
Translation Transport Transportation Travel Treasury Tunnels Underwriting UX Valuation VAT Vendor Visualisation
Visualization Volunteering Volunteers Warehouse Waste Water Wealth Web Welding Wholesale Wildlife Women's Womenswear
Works Workshop Young Youth
"""

_ENDED = r"[A-Z]\w+(?:ology|ics|iatry)"

#: One word of an area. Any other word behind an occupation may be where it is, or for whom: `Engineer, Leeds`, `Care
#: Assistant, Barchester Care`.
_WORD = re.compile(rf"(?:&|and|of|{_ENDED}|{'|'.join(re.escape(word) for word in _WORDS.split())})")

#: What an area may be called besides, as its last word: `Emergency Department`.
_PART = re.compile(r"(?:Department|Unit|Ward|Team|Desk)")


def is_area(words: list[str]) -> bool:
    """Return whether words call an area of work: `Real Estate`, `Housing and Planning`."""
    last = len(words) - 1
    return bool(words) and all(
        _WORD.fullmatch(word) or (0 < number == last and _PART.fullmatch(word)) for number, word in enumerate(words)
    )
