#include "resolve/uses.h"

namespace daphnia::resolve {

void Uses::expect(const typed::Expr& value, const typed::Type& type, std::optional<std::size_t> function,
                  std::optional<std::size_t> method) {
    if (const auto* lambda = std::get_if<typed::Lambda>(&value.node)) {
        expected_lambdas.push_back({lambda, type, function, method});
    }
}

} // namespace daphnia::resolve
