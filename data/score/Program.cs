using System.Diagnostics;
using System.Globalization;
using Overflight.Patterns.Score.Training;

var rows = LabelledHistoryReader.Read(File.OpenText(args[0]));
var repeats = int.Parse(args[1], CultureInfo.InvariantCulture);
var y = Array.ConvertAll(rows, r => r.IsSurveillance);
var clock = Stopwatch.StartNew();
foreach (var all in (bool[])[false, true])
{
    var b = new TrainingOptions { UsesAllColumns = all };
    foreach (var (name, o) in new (string, TrainingOptions)[]
    {
        ("lin", b with { BlendTowards = [1, 0, 0], BlendRidge = 1e6, BoostedTrees = 1, ForestTrees = 1, InnerFolds = 2 }),
        ("lin3", b with { LinearRidge = 3, BlendTowards = [1, 0, 0], BlendRidge = 1e6, BoostedTrees = 1, ForestTrees = 1, InnerFolds = 2 }),
        ("lin25", b with { LinearRidge = 25, BlendTowards = [1, 0, 0], BlendRidge = 1e6, BoostedTrees = 1, ForestTrees = 1, InnerFolds = 2 }),
        ("boost", b with { BlendTowards = [0, 1, 0], BlendRidge = 1e6, ForestTrees = 1, InnerFolds = 2 }),
        ("boost2", b with { BlendTowards = [0, 1, 0], BlendRidge = 1e6, ForestTrees = 1, InnerFolds = 2, BoostedTrees = 250, Boosted = new(2, 5, 1, 12, false, 0.08) }),
        ("et", b with { BlendTowards = [0, 0, 1], BlendRidge = 1e6, BoostedTrees = 1, InnerFolds = 2 }),
        ("et1", b with { BlendTowards = [0, 0, 1], BlendRidge = 1e6, BoostedTrees = 1, InnerFolds = 2, Forest = new(30, 1, 0, 25, true, 1) }),
        ("blend", b),
    })
    {
        double ap = 0, r95 = 0;
        for (var k = 0; k < repeats; k++)
        {
            var ranked = new RankedLabels(CrossValidation.Logits(rows, o, 5, 9000 + k), y);
            ap += ranked.AveragePrecision / repeats;
            r95 += ranked.RecallAtPrecision(0.95) / repeats;
        }
        Console.WriteLine($"{(all ? "all" : "behaviour")} {name} AP {ap:0.0000} R@.95 {r95:0.000}  {clock.Elapsed.TotalSeconds:0.0}s");
    }
}
