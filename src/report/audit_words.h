// What an audit says of each kind of finding, in Dafny's words.
#pragma once

#include "support/rules.h"

#include <string_view>

namespace daphnia::report {

struct AuditWords {
    std::string_view issue;
    std::string_view mitigation; // what can be done about it
};
// Of a rule that names something taken for granted.
AuditWords audit_words(support::Rule rule);

} // namespace daphnia::report
