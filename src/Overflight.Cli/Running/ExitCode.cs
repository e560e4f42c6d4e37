namespace Overflight.Cli.Running;

/// <summary>What the process answers to its caller; printed by <c>overflight --help</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int AnswerIsNo = 1;
    public const int Usage = 2;
    public const int InputUnreadable = 3;
    public const int InternalError = 4;
}
