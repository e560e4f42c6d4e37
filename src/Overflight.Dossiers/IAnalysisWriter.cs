using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Patterns.Integrity;

namespace Overflight.Dossiers;

/// <summary>
/// Writes an analysis as it is made: flights as they are judged, inputs as they are finished, in the order of the paths
/// given. Nothing is held back, so memory stays flat however many flights there are.
/// </summary>
public interface IAnalysisWriter
{
    /// <summary>Called once, first.</summary>
    void Begin(AnalysisHeader header);

    /// <summary>Called for each flight.</summary>
    /// <param name="input">The file or feed it came from.</param>
    /// <param name="flight">The flight and its verdicts.</param>
    void Flight(string input, FlightExamination flight);

    /// <summary>Called for each input after its flights.</summary>
    void Input(ReadReport input);

    /// <summary>Called once after all inputs: where many aircraft at once could not rely on their positions.</summary>
    void Interference(IReadOnlyList<InterferenceArea> areas)
    {
    }

    /// <summary>Called once, last.</summary>
    void Finish();
}
