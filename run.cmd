@echo off
rem 法治年报 on Windows: sets up .venv when it is not there yet, then hands every argument to main.py.
rem What ./run does on Linux, without the system packages; the reasons stand there.
setlocal
chcp 65001 >nul
set "here=%~dp0"
set "venv=%here%.venv"
set "venv_python=%venv%\Scripts\python.exe"
set "lists=requirements.txt"
if "%~1"=="test" set "lists=requirements.txt requirements-dev.txt"

call :is_installed
if errorlevel 1 call :set_up
if errorlevel 1 exit /b 2

if "%~1"=="test" goto test
"%venv_python%" "%here%main.py" %*
exit /b %errorlevel%

:test
set "rest="
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
cd /d "%here%"
"%venv_python%" -m tests %rest%
exit /b %errorlevel%

:is_installed
if not exist "%venv_python%" exit /b 1
if exist "%venv%\unfinished" exit /b 1
for %%l in (%lists%) do (
    fc /b "%here%%%l" "%venv%\%%l" >nul 2>nul
    if errorlevel 1 exit /b 1
)
exit /b 0

:set_up
if exist "%venv%\unfinished" goto make_venv
if not exist "%venv%\requirements.txt" goto make_venv
if exist "%venv_python%" goto install

:make_venv
call :find_python
if errorlevel 1 exit /b 1
%base% -m venv --clear "%venv%" 1>&2
if errorlevel 1 (
    echo 运行环境没有建成：请检查这个文件夹能否写入、磁盘是否已满。 1>&2
    exit /b 1
)

:install
echo 正在准备运行环境，第一次需要联网下载约 300 MB，请稍候…… 1>&2
type nul >"%venv%\unfinished"
set "arguments="
for %%l in (%lists%) do call set "arguments=%%arguments%% -r "%here%%%l""
"%venv_python%" -m pip install --disable-pip-version-check --no-input --require-hashes --only-binary :all: %arguments% 1>&2 <nul
if errorlevel 1 (
    del "%venv%\unfinished"
    echo 运行环境没有装好：请检查网络后再运行一次，已经装好的部分不受影响。 1>&2
    exit /b 1
)
del "%venv%\unfinished"
for %%l in (%lists%) do copy /y "%here%%%l" "%venv%\%%l" >nul
echo 运行环境已经准备好，以后启动不再需要联网。 1>&2
exit /b 0

:find_python
if not defined PYTHON goto search
set base="%PYTHON%"
call :is_usable
if not errorlevel 1 exit /b 0
echo PYTHON=%PYTHON% 不能用：需要 Python 3.11、3.12 或 3.13。 1>&2
exit /b 1
:search
for %%v in (3.13 3.12 3.11) do (
    set "base=py -%%v"
    call :is_usable
    if not errorlevel 1 exit /b 0
)
set "base=python"
call :is_usable
if not errorlevel 1 exit /b 0
echo 没有找到可用的 Python：请先安装 Python 3.11、3.12 或 3.13。 1>&2
exit /b 1

:is_usable
%base% -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))" >nul 2>nul
exit /b %errorlevel%
