"""Verifies signatures of mails (RFC 6376, RFC 8463) with dkimpy.

In: JSON {"records": {name: text}, "mails": [base64]}. Out: JSON with a list for each mail, in it an entry
{"algorithm", "good"} for each signature, in the order of the mail's headers.
"""

import base64
import json
import sys

import dkim


def verdicts(mail, records):
    def ask(name, timeout=5):
        return records.get(name.decode().rstrip(".").lower(), "").encode()

    count = sum(1 for name, _ in dkim.rfc822_parse(mail)[0] if name.lower() == b"dkim-signature")
    found = []
    for n in range(count):
        verifier = dkim.DKIM(mail)
        try:
            good = verifier.verify(idx=n, dnsfunc=ask)
        except dkim.DKIMException:
            good = False
        algorithm = verifier.signature_fields.get(b"a", b"").decode()
        found.append({"algorithm": algorithm, "good": good})
    return found


given = json.load(sys.stdin)
print(json.dumps([verdicts(base64.b64decode(mail), given["records"]) for mail in given["mails"]]))
