using System.Text;
using Overflight.Record.Notes;

namespace Overflight.Record.Witnessing;

/// <summary>Reads tlog-policy, line by line. Names are octets to the standard: Latin-1 keeps each as one character.</summary>
internal sealed class PolicyReader
{
    private const int MaximumLength = 1 << 20;
    private const int MostLines = 4_096;

    private readonly List<PolicyKey> _logs = [];
    private readonly List<PolicyKey> _witnesses = [];
    private readonly Dictionary<string, PolicyMember> _members = [];
    private readonly HashSet<string> _grouped = [];
    private bool _hasQuorum;
    private PolicyMember? _quorum;

    public WitnessPolicy Read(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaximumLength)
            throw new RecordException($"a policy of {text.Length} bytes is more than {MaximumLength}");
        if (text.IndexOfAnyInRange((byte)0, (byte)8) is >= 0 and var at || (at = text.IndexOfAnyInRange((byte)11, (byte)31)) >= 0 || (at = text.IndexOf((byte)127)) >= 0)
            throw new RecordException($"a policy holds no control characters, and this does at byte {at}");
        var lines = Encoding.Latin1.GetString(text).Split('\n');
        if (lines.Length > MostLines)
            throw new RecordException($"a policy of {lines.Length} lines is more than {MostLines}");
        for (var i = 0; i < lines.Length; i++)
        {
            try
            {
                ReadLine(lines[i].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
            }
            catch (RecordException error)
            {
                throw new RecordException($"line {i + 1} of the policy: {error.Message}", error);
            }
        }
        return _hasQuorum ? new(_logs, _witnesses, _quorum) : throw new RecordException("the policy has no quorum line; \"quorum none\" asks for no witness");
    }

    private void ReadLine(string[] words)
    {
        if (words.Length == 0 || words[0].StartsWith('#'))
            return;
        switch (words)
        {
            case ["log", var vkey, .. { Length: <= 1 } address]:
                Add(_logs, KeyOf(vkey), null, address, NoteAlgorithm.Ed25519);
                break;
            case ["witness", var name, var vkey, .. { Length: <= 1 } address]:
                Add(_witnesses, KeyOf(vkey), name, address, NoteAlgorithm.Ed25519Cosignature, NoteAlgorithm.MlDsa44Cosignature);
                Define(new PolicyMember.Witness(name));
                break;
            case ["group", var name, var threshold, .. { Length: >= 1 } members]:
                Define(new PolicyMember.Group(name, ThresholdOf(threshold, members.Length), [.. members.Select(Member)]));
                break;
            case ["quorum", var name]:
                if (_hasQuorum)
                    throw new RecordException("a policy has one quorum line");
                _hasQuorum = true;
                _quorum = name == "none" ? null : Defined(name);
                break;
            default:
                throw new RecordException($"\"{string.Join(' ', words)}\" is none of: log VKEY [URL]; witness NAME VKEY [URL]; group NAME all|any|K NAME...; quorum NAME|none");
        }
    }

    private static NoteVerifier KeyOf(string vkey) => NoteVerifier.Parse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(vkey)));

    private static void Add(List<PolicyKey> keys, NoteVerifier key, string? name, string[] address, params ReadOnlySpan<NoteAlgorithm> fit)
    {
        if (!fit.Contains(key.Algorithm))
            throw new RecordException($"the key of {key.Name} is of type 0x{(int)key.Algorithm:x2}, which is not for {(name is null ? "a log" : "a witness")}");
        if (keys.Any(k => k.Key.HasSameKey(key)))
            throw new RecordException($"the key of {key.Name} is there already, perhaps under another name");
        Uri? uri = null;
        if (address.Length == 1 && !(Uri.TryCreate(address[0], UriKind.Absolute, out uri) && uri.Scheme is "http" or "https"))
            throw new RecordException($"\"{address[0]}\" is no http address");
        keys.Add(new(name ?? key.Name, key, uri));
    }

    private void Define(PolicyMember member)
    {
        if (member.Name == "none" || !_members.TryAdd(member.Name, member))
            throw new RecordException($"the name {member.Name} is taken");
    }

    private PolicyMember Defined(string name) => _members.TryGetValue(name, out var member) ? member : throw new RecordException($"{name} is not defined above");

    private PolicyMember Member(string name)
    {
        var member = Defined(name);
        return _grouped.Add(name) ? member : throw new RecordException($"{name} is a member of a group already: each counts in one way only");
    }

    private static int ThresholdOf(string text, int members) => text switch
    {
        "all" => members,
        "any" => 1,
        _ when DecimalNumber.TryParse(text, out var k) && k >= 1 && k <= members => (int)k,
        _ => throw new RecordException($"\"{text}\" is no threshold: all, any, or 1 to {members}"),
    };
}
