# The language server against the command line: some random edits, of which soak.py makes as many as one wants.
add_test(NAME server/soak COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/soak.py --daphnia $<TARGET_FILE:daphnia> --edits 60)
set_tests_properties(server/soak PROPERTIES TIMEOUT 300)

# Editors as clients; one that is not installed is passed over. That in a browser is run by hand (tests/README.md).
foreach(client IN ITEMS neovim emacs)
  add_test(NAME server/${client}
           COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/clients.py --daphnia $<TARGET_FILE:daphnia> ${client})
  set_tests_properties(server/${client} PROPERTIES TIMEOUT 300 SKIP_RETURN_CODE 77)
endforeach()
