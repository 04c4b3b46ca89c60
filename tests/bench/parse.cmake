# Tools to measure the front end by hand; ctest does not run them.
add_executable(parse_corpus EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/parse_corpus.cpp)
target_compile_options(parse_corpus PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
target_link_libraries(parse_corpus PRIVATE daphnia_parse fmt::fmt)

# The parser is fast because no decision of the grammar needs ANTLR's prediction.
add_test(NAME grammar/one_token_of_look_ahead COMMAND ${CMAKE_COMMAND} -E cat ${CMAKE_BINARY_DIR}/antlr/DafnyParser.cpp)
set_tests_properties(grammar/one_token_of_look_ahead PROPERTIES FAIL_REGULAR_EXPRESSION adaptivePredict)
