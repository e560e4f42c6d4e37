namespace Overflight.Cli.Archives;

/// <summary>A column of an answer.</summary>
/// <param name="Name">Its name in JSON, GeoJSON and CSV.</param>
/// <param name="Heading">Its heading in the table for people, where only those with one stand.</param>
internal sealed record AnswerColumn(string Name, string? Heading = null);
