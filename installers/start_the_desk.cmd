@echo off
rem Opens the desk of keycafe-clean. The first start installs it from the folder "program" beside this file.
rem A folder that is dropped on this file opens as the job; otherwise it is "keycafe-job" in your own folder.
setlocal

set "program=%~dp0program"
set "home=%LOCALAPPDATA%\keycafe-clean"
set "job=%USERPROFILE%\keycafe-job"
if not "%~1"=="" set "job=%~1"
rem So the desk says how it is opened again.
set "KEYCAFE_DOUBLE_CLICKED=%~nx0"
rem All of it is in one folder, and gone with it.
set "UV_PYTHON_INSTALL_DIR=%home%\python"
set "UV_NO_CACHE=1"
rem A Jupyter of your own neither changes the desk nor is changed by it.
set "JUPYTER_CONFIG_DIR=%home%\jupyter"
set "JUPYTER_DATA_DIR=%home%\jupyter"
set "IPYTHONDIR=%home%\jupyter"

if not exist "%program%\uv.exe" (
    echo Unpack the whole zip first: right click on it, "Extract All". Then start this file again.
    goto failed
)

rem installed.txt is written last: it is there, and the same, where this very zip was installed to its end.
if not exist "%home%\venv\Scripts\keycafe-clean.exe" goto install
if not exist "%home%\installed.txt" goto install
fc /b "%program%\requirements.txt" "%home%\installed.txt" >nul 2>&1 || goto install
goto open

:install
rem Where uv may not run, that is said, not that there is no Python.
"%program%\uv.exe" --version >nul || goto failed
if not exist "%home%" mkdir "%home%"
if exist "%home%\installed.txt" del "%home%\installed.txt"
"%program%\uv.exe" python find --quiet --no-python-downloads --no-project --system {python} >nul 2>&1 && goto found
echo Python {version} is not on this computer. It is fetched from the internet now, once: a few dozen MB.
echo Press a key to go on, or close this window to stop.
pause >nul
"%program%\uv.exe" python install --no-bin --no-registry {python}
if errorlevel 1 (
    echo Python could not be fetched. Ask your IT to install Python {version}, and start this file again.
    goto failed
)

:found
echo Installing into "%home%": about two minutes, once.
"%program%\uv.exe" venv --quiet --clear --offline --no-project --python {python} "%home%\venv" || goto failed
"%program%\uv.exe" pip install --quiet --offline --no-config --no-index --find-links "%program%\wheels" ^
    --python "%home%\venv\Scripts\python.exe" --no-deps --require-hashes --requirement "%program%\requirements.txt" || goto failed
copy /y "%program%\requirements.txt" "%home%\installed.txt" >nul || goto failed

:open
echo The desk opens in your browser. Leave this window open: closing it ends the desk.
"%home%\venv\Scripts\keycafe-clean.exe" desk "%job%" || goto failed
exit /b 0

:failed
echo It did not work: see above.
pause
exit /b 1
