#include "verify/conditions.h"

#include "encode/encode.h"
#include "support/digest.h"
#include "vcgen/vcgen.h"

#include <fmt/format.h>

namespace daphnia::verify {

Conditions conditions(const Task& task, const Limits& limits) {
    logic::TermStore store;
    const ivl::Program program = encode::encode(*task.context, *task.declaration, store);
    const Limits own = limits_of(*task.declaration, limits);
    Conditions result;
    result.digest = support::sha256_hex(fmt::format("{} {}\n{}", own.resources, own.seconds, ivl::print(program)));
    for (const ivl::Procedure& procedure : program.procedures) {
        for (const vcgen::Obligation& obligation : vcgen::obligations(vcgen::passify(procedure, store))) {
            result.obligations.push_back(obligation.origin);
        }
    }
    return result;
}

} // namespace daphnia::verify
