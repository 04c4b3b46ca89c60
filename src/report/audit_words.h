// What an audit says of each kind of finding, in Dafny's words.
#pragma once

#include "verify/run.h"

#include <string_view>

namespace daphnia::report {

struct AuditWords {
    std::string_view issue;
    std::string_view mitigation; // what can be done about it
};
AuditWords audit_words(const verify::Assumption& finding);

} // namespace daphnia::report
