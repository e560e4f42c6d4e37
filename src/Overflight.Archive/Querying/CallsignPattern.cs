using System.IO.Enumeration;
using Overflight.Archive.Columns;

namespace Overflight.Archive.Querying;

/// <summary>A pattern over call signs, asked once for each call sign of a pool.</summary>
internal sealed class CallsignPattern(string pattern, TextPool texts)
{
    private readonly Dictionary<int, bool> _answers = [];

    public bool Matches(int callsign)
    {
        if (!_answers.TryGetValue(callsign, out var answer))
            _answers.Add(callsign, answer = callsign != 0 && FileSystemName.MatchesSimpleExpression(pattern, texts[callsign], ignoreCase: true));
        return answer;
    }
}
