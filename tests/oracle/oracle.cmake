# Random programs, and what is proved of them or of existing ones is run.
set(oracle_dir ${CMAKE_CURRENT_LIST_DIR})
file(GLOB oracle_sources CONFIGURE_DEPENDS ${oracle_dir}/*.cpp)
add_executable(oracle ${oracle_sources})
target_compile_options(oracle PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
target_link_libraries(oracle PRIVATE daphnia_driver CLI11::CLI11 fmt::fmt)

add_test(NAME oracle/random_programs COMMAND oracle run --seed 1 --programs 150 --inputs 25)
add_test(NAME oracle/examples_and_suite
         COMMAND oracle check --inputs 20 ${PROJECT_SOURCE_DIR}/examples ${PROJECT_SOURCE_DIR}/tests/suite)
add_test(NAME oracle/mutants
         COMMAND oracle mutate --seed 1 --mutants 40 --inputs 10 ${PROJECT_SOURCE_DIR}/examples/classics)
add_test(NAME oracle/definitions COMMAND oracle definitions --seed 1 --programs 200)
set_tests_properties(oracle/random_programs oracle/examples_and_suite oracle/mutants oracle/definitions PROPERTIES TIMEOUT 300)
