using Overflight.Archive;
using Overflight.Feeds;

namespace Overflight.Cli.Archives;

/// <summary>Tells of an ingest, in words or to a machine.</summary>
internal interface IIngestReporter
{
    /// <summary>One input is dealt with.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="report">What reading it gave.</param>
    /// <param name="input">Where it was ingested: its entry in the archive.</param>
    void Input(IngestOutcome outcome, ReadReport report, InputRecord? input);

    /// <summary>All is done.</summary>
    /// <param name="archive">The archive after it.</param>
    /// <param name="daysMerged">Days that a compaction merged.</param>
    void Finish(ArchiveWriter archive, int daysMerged);
}
