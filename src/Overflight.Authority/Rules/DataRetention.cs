namespace Overflight.Authority.Rules;

/// <summary>What is kept, and for how long.</summary>
internal sealed class DataRetention : SortieRule
{
    public override string Id => "data.retention";

    public override string Title => "What was collected has a class, is evaluated in time, and is deleted in time with a tombstone.";

    public override string Citation => "EO 12333, part 2.3, as practised";

    public override string Reads => "sortie: data; flown: products";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        var data = sortie.Sortie.Data;
        if (data.DataClass.Length == 0)
            yield return RuleReason.Refuse("what is collected has no class").By(sortie.Sortie);
        if (data.DeleteBy < data.EvaluateBy)
            yield return RuleReason.Refuse($"it is to be deleted at {data.DeleteBy}, before it is evaluated at {data.EvaluateBy}").By(sortie.Sortie).At(data.DeleteBy, data.EvaluateBy);
        foreach (var product in sortie.Flown?.Products ?? [])
        {
            var name = HashName.Of(product.Sha256);
            var (evaluateBy, deleteBy) = (product.EvaluateBy ?? data.EvaluateBy, product.DeleteBy ?? data.DeleteBy);
            if (product.DataClass is null && evaluateBy < sortie.Now)
                yield return RuleReason.Refuse($"{name} has no class, and was to be evaluated by {evaluateBy}").At(evaluateBy);
            if (evaluateBy < sortie.Now && !(product.EvaluatedAt <= sortie.Now))
                yield return RuleReason.Refuse($"{name} was to be evaluated by {evaluateBy}").At(evaluateBy);
            if (product.DeletedAt is not null && product.TombstoneLeaf is null)
                yield return RuleReason.Refuse($"{name} was deleted at {product.DeletedAt}, and no leaf of the record says so").At(product.DeletedAt.Value);
            if (deleteBy < sortie.Now && !(product.DeletedAt <= sortie.Now))
                yield return product.HeldBy is { } holder
                    ? RuleReason.Pass($"{name} was to be deleted by {deleteBy}, and is held by {holder}").At(deleteBy)
                    : RuleReason.Refuse($"{name} was to be deleted by {deleteBy}").At(deleteBy);
            else if (product.DeletedAt is null)
                yield return RuleReason.Pass($"{name}: {product.DataClass ?? "no class yet"}, to be evaluated by {evaluateBy}, deleted by {deleteBy}").At(evaluateBy, deleteBy);
        }
    }
}
