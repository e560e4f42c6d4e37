using Overflight.Tracks;

namespace Overflight.Operations.Scenarios;

/// <summary>Something that is asked of an aircraft.</summary>
/// <param name="At">When.</param>
/// <param name="By">The station that asks.</param>
/// <param name="Say">What, in the words of the terminal, such as <c>goto 31.2 -116.9</c>.</param>
public sealed record ScenarioCommand(UtcInstant At, string By, string Say);
