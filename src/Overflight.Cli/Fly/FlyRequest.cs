using System.Net;

namespace Overflight.Cli.Fly;

/// <param name="File">The scenario.</param>
/// <param name="Papers">The folder of papers; null for the one that the scenario lies in.</param>
/// <param name="Output">The folder for what the flights leave.</param>
/// <param name="Rate">How many seconds are flown in one; infinite for as fast as it goes.</param>
/// <param name="Video">Where video goes; null for nowhere.</param>
/// <param name="Ground">Where a ground station listens that flies the first aircraft; null for none.</param>
/// <param name="Passphrase">Whose key signs that link; null for none.</param>
/// <param name="AsJson">Whether the summary is for machines.</param>
/// <param name="HasScreen">Whether there is a terminal to draw on.</param>
internal sealed record FlyRequest(string File, string? Papers, string Output, double Rate, string? Video, IPEndPoint? Ground, string? Passphrase, bool AsJson, bool HasScreen)
{
    public bool IsPaced => double.IsFinite(Rate);
}
