# The language server against the command line: some random edits, of which soak.py makes as many as one wants.
add_test(NAME server/soak COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/soak.py --daphnia $<TARGET_FILE:daphnia> --edits 60)
set_tests_properties(server/soak PROPERTIES TIMEOUT 300)
