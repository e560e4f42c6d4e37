using Overflight.Geodesy;

namespace Overflight.Cli.Archives;

/// <summary>Writes the rows of an answer as they come.</summary>
internal interface IAnswerWriter
{
    /// <summary>Called once, first.</summary>
    void Begin(IReadOnlyList<AnswerColumn> columns);

    /// <summary>One row: a value for each column (null, text, number, truth or a list of texts), and its places.</summary>
    void Row(IReadOnlyList<object?> values, IReadOnlyList<GeoPoint> places);

    /// <summary>Called once, last, with what should be known of the answer.</summary>
    void Finish(AnswerSummary summary);
}
