using Overflight.Cli.Running;
using Overflight.Operations.Scenarios;

namespace Overflight.Cli.Fly;

/// <summary>A scenario as the verb reads it.</summary>
internal static class ScenarioFile
{
    public static Scenario Read(string file)
    {
        try
        {
            return ScenarioJson.Read(File.ReadAllBytes(file), file);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UserError(error.Message, ExitCode.InputUnreadable);
        }
    }
}
