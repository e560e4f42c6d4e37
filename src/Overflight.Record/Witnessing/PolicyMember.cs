namespace Overflight.Record.Witnessing;

/// <summary>A witness or a group of a policy.</summary>
internal abstract record PolicyMember(string Name)
{
    /// <summary>Whether it has witnessed a checkpoint that these witnesses cosigned.</summary>
    public abstract bool IsMet(IReadOnlySet<string> cosigned);

    /// <summary>What is there and what lacks, in words.</summary>
    public abstract string Describe(IReadOnlySet<string> cosigned);

    public sealed record Witness(string Name) : PolicyMember(Name)
    {
        public override bool IsMet(IReadOnlySet<string> cosigned) => cosigned.Contains(Name);

        public override string Describe(IReadOnlySet<string> cosigned) => $"{Name} {(IsMet(cosigned) ? "cosigned" : "did not cosign")}";
    }

    public sealed record Group(string Name, int Threshold, IReadOnlyList<PolicyMember> Members) : PolicyMember(Name)
    {
        public override bool IsMet(IReadOnlySet<string> cosigned) => Members.Count(m => m.IsMet(cosigned)) >= Threshold;

        public override string Describe(IReadOnlySet<string> cosigned) =>
            $"{Name} needs {Threshold} of {Members.Count} and has {Members.Count(m => m.IsMet(cosigned))} ({string.Join("; ", Members.Select(m => m.Describe(cosigned)))})";
    }
}
