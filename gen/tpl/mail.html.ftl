<!DOCTYPE html>
<html>
<head>
    <meta charset="utf-8">
    <title>Allure Report summary mail</title>
</head>
<body>
    Mail body
</body>
</html>
