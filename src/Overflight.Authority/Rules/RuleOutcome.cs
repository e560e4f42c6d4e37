namespace Overflight.Authority.Rules;

/// <summary>What a rule says; the greater the worse.</summary>
public enum RuleOutcome
{
    /// <summary>It is kept.</summary>
    Pass,

    /// <summary>That cannot be told. Never the same as kept.</summary>
    Unknown,

    /// <summary>It is broken.</summary>
    Refuse,
}
