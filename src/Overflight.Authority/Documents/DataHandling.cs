using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>What becomes of what a sortie collects.</summary>
/// <param name="DataClass">Its class, such as <c>investigation</c>.</param>
/// <param name="EvaluateBy">When it must have been looked at.</param>
/// <param name="DeleteBy">When it must be gone, unless it is held.</param>
/// <param name="DisseminatedTo">Parties that get it.</param>
public sealed record DataHandling(string DataClass, UtcInstant EvaluateBy, UtcInstant DeleteBy, IReadOnlyList<string> DisseminatedTo);
