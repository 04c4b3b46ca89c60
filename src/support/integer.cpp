// Fractions in, Dafny's text for them out.
#include "support/integer.h"

#include <algorithm>

namespace daphnia::support {

// Which power of ten the number divides, when it divides one.
static std::size_t decimal_places(Integer denominator, bool& finite) {
    std::size_t twos = 0;
    std::size_t fives = 0;
    for (; denominator % 2 == 0; denominator /= 2) {
        ++twos;
    }
    for (; denominator % 5 == 0; denominator /= 5) {
        ++fives;
    }
    finite = denominator == 1;
    return std::max(twos, fives);
}

std::string to_string(const Rational& value) {
    const Integer& denominator = value.get_den();
    bool finite = false;
    const std::size_t places = decimal_places(denominator, finite);
    if (!finite) {
        return "(" + value.get_num().get_str() + ".0 / " + denominator.get_str() + ".0)";
    }
    Integer power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, places);
    std::string digits = Integer(abs(value.get_num()) * (power / denominator)).get_str();
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    const std::size_t whole = digits.size() - places;
    const std::string fraction = places == 0 ? "0" : digits.substr(whole);
    return (value < 0 ? "-" : "") + digits.substr(0, whole) + "." + fraction;
}

Integer floor(const Rational& value) {
    Integer result;
    mpz_fdiv_q(result.get_mpz_t(), value.get_num_mpz_t(), value.get_den_mpz_t());
    return result;
}

} // namespace daphnia::support
