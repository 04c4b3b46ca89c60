// Text of others (paths, messages, program text) made fit to be shown. What only one format escapes beyond this is its
// own.
#pragma once

#include <string>
#include <string_view>

namespace daphnia::report {

// Well-formed UTF-8: bytes that are not become U+FFFD. Paths need not be UTF-8, reports are.
std::string well_formed(std::string_view text);

// Well-formed, on one line, and without characters that do something: control characters become their pictures (U+2400
// and on), those that turn the direction of text, or that XML does not know, become U+FFFD.
std::string printable(std::string_view text);

// The same of each of several lines; line breaks and tabs stay.
std::string printable_lines(std::string_view text);

// For HTML and XML, as content and inside of quotation marks: what would be markup becomes an entity.
std::string entities(std::string_view text);

// Printable, for Markdown and tables in it: punctuation as numbers, which Markdown shows and does not read. No markup,
// cell, link, mention or HTML comes out of it.
std::string markdown(std::string_view text);

} // namespace daphnia::report
