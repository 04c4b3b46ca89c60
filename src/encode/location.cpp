#include "encode/location.h"

namespace daphnia::encode {

Location::Location(const typed::Variable* variable) : node(variable) {}

} // namespace daphnia::encode
