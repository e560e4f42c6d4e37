using System.Globalization;
using Overflight.Authority.Documents;

namespace Overflight.Authority.Rules;

/// <summary>A match is proposed by software and decided by a person.</summary>
internal sealed class DesignationAsOf : SortieRule
{
    public override string Id => "designation.as-of";

    public override string Title => "Every designation that the operation refers to stands on its list at the time of the flight, and a person decided that it is this entity.";

    public override string Citation => "8 U.S.C. 1189(a)";

    public override string Reads => "operation: designations; designation references; take-off";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var id in sortie.Operation?.Designations ?? [])
        {
            if (sortie.Documents.At<DesignationReference>(id, sortie.Now) is not { } designation)
            {
                yield return RuleReason.Unknown($"designation {id} is not on record");
                continue;
            }
            if (designation.EffectiveAt is not { } effective)
                yield return RuleReason.Refuse($"\"{designation.Name}\" is a draft on {designation.List}: to be designated is not designated, and a draft authorises nothing").By(designation);
            else if (effective > sortie.FirstAct)
                yield return RuleReason.Refuse($"\"{designation.Name}\" is designated from {effective}, after the flight begins at {sortie.FirstAct}").By(designation).At(effective);
            else if (designation.RevokedAt is { } revoked && revoked <= sortie.LastAct)
                yield return RuleReason.Refuse($"the designation of \"{designation.Name}\" ended at {revoked}").By(designation).At(revoked);
            else if (designation.Match is not { } match || match.At > sortie.Now)
                yield return RuleReason.Unknown($"no person decided that the entity watched is {designation.List} {designation.Entry}, \"{designation.Name}\"").By(designation);
            else
                yield return RuleReason.Pass($"\"{designation.Name}\" ({designation.List} {designation.Entry}) from {effective}; {match.By} decided the match, score {match.Score.ToString("0.00", CultureInfo.InvariantCulture)}: {match.Reason}").By(designation).At(effective).With("score", match.Score);
        }
    }
}
