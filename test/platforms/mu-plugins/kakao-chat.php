<?php
// An author beside the administrator, and the head's code of the page in test.
add_action('init', function () {
    if (!username_exists('writer')) {
        wp_insert_user(['user_login' => 'writer', 'user_pass' => 'password', 'role' => 'author']);
    }
});
add_action('wp_head', function () {
    $code = __DIR__ . '/head.html';
    if (is_file($code)) {
        readfile($code);
    }
});
