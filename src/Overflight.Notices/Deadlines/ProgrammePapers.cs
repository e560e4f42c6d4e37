using Overflight.Authority.Documents;
using Overflight.Tracks;

namespace Overflight.Notices.Deadlines;

/// <summary>Which programme a paper belongs to, as the papers stand at an instant.</summary>
internal sealed class ProgrammePapers(DocumentSet documents, UtcInstant at)
{
    private readonly ILookup<string, string> _programmesOfInstrument = documents.At<Operation>(at)
        .SelectMany(operation => operation.Instruments.Select(instrument => (instrument, operation.Programme)))
        .ToLookup(pair => pair.instrument, pair => pair.Programme, StringComparer.Ordinal);

    /// <summary>The programme that a sortie is flown for; null where no paper says.</summary>
    public string? OfSortie(string sortie) => documents.At<Sortie>(sortie, at) is { } plan ? documents.At<Operation>(plan.Operation, at)?.Programme : null;

    /// <summary>The programme whose operations rest on an instrument; null where none or several do.</summary>
    public string? OfInstrument(string instrument) => _programmesOfInstrument[instrument].Distinct().ToArray() is [var only] ? only : null;
}
