using System.Security.Cryptography;
using System.Text;
using Overflight.Authority.Documents;

namespace Overflight.Authority.Rules;

/// <summary>The rules that a profile picks, ours and a deployment's own, and what an unknown of each means.</summary>
public sealed class RuleSet
{
    /// <summary>The rule that every profile has: see <see cref="PayloadUnarmed"/>.</summary>
    private static readonly SortieRule s_always = BuiltInRules.All.Single(rule => rule is PayloadUnarmed);

    private readonly HashSet<string> _mayPass;

    private RuleSet(RuleProfile profile, IReadOnlyList<SortieRule> rules)
    {
        (Profile, Rules) = (profile, rules);
        _mayPass = [.. profile.UnknownMayPass];
        _mayPass.Remove(s_always.Id);
        var text = string.Join('\n', rules.Select(r => r.Id + (_mayPass.Contains(r.Id) ? "?" : "")));
        Version = $"{BuiltInRules.Version}.{profile.Id}.{profile.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }

    /// <summary>The profile.</summary>
    public RuleProfile Profile { get; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<SortieRule> Rules { get; }

    /// <summary>The version of the built-in rules, the profile and its version, and a hash of what it picks.</summary>
    public string Version { get; }

    /// <summary>The rules of a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="added">A deployment's own rules.</param>
    /// <exception cref="InvalidDataException">It names a rule that nobody brought, or two rules have one id.</exception>
    public static RuleSet Of(RuleProfile profile, params IReadOnlyList<SortieRule> added)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var known = new Dictionary<string, SortieRule>(StringComparer.Ordinal);
        foreach (var rule in BuiltInRules.All.Concat(added))
        {
            if (!known.TryAdd(rule.Id, rule))
                throw new InvalidDataException($"two rules have the id {rule.Id}");
        }
        foreach (var id in profile.Rules.Concat(profile.UnknownMayPass))
        {
            if (!known.ContainsKey(id))
                throw new InvalidDataException($"{profile.Citation}: there is no rule {id}; the built-in ones are {string.Join(", ", BuiltInRules.All.Select(r => r.Id))}");
        }
        return new(profile, [.. known.Values.Where(rule => rule == s_always || profile.Rules.Contains(rule.Id))]);
    }

    /// <summary>Whether an answer stops the flight. An unknown does, unless the profile says of this rule that it is only told.</summary>
    public bool Blocks(RuleAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Outcome == RuleOutcome.Refuse || (answer.Outcome == RuleOutcome.Unknown && !_mayPass.Contains(answer.Rule));
    }
}
