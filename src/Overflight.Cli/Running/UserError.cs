namespace Overflight.Cli.Running;

/// <summary>Something the user can mend; its message says what happened and what to do next.</summary>
internal sealed class UserError(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
