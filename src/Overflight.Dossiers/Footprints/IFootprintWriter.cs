namespace Overflight.Dossiers.Footprints;

/// <summary>Writes the footprints of a file as they are found.</summary>
public interface IFootprintWriter : IDisposable
{
    /// <summary>Whether swaths are written; uniting them costs more than finding the footprints.</summary>
    bool WritesSwaths { get; }

    /// <summary>Before the first frame.</summary>
    void Begin(FootprintHeader header);

    /// <summary>A frame, in the order of the file.</summary>
    void Frame(FootprintFrame frame);

    /// <summary>After the last frame.</summary>
    void Finish(FootprintSummary summary);
}
