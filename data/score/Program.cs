using System.Globalization;
using Overflight.Patterns.Score;
using Overflight.Patterns.Score.Training;
using Overflight.ScoreTrainer;

if (args is not (["train", _, _] or ["evaluate", _]))
{
    Console.Error.WriteLine("usage: Overflight.ScoreTrainer train TABLE.csv FOLDER | evaluate TABLE.csv");
    return 2;
}
using var table = File.OpenText(args[1]);
var rows = LabelledHistoryReader.Read(table);
foreach (var usesAllColumns in (bool[])[false, true])
{
    var options = new TrainingOptions { UsesAllColumns = usesAllColumns };
    var name = usesAllColumns ? "surveillance-usa" : "surveillance-behaviour";
    if (args[0] == "evaluate")
    {
        Console.WriteLine($"### {name}\n");
        Evaluation.Write(Console.Out, rows, options);
        continue;
    }
    var model = ModelTrainer.Train(rows, options, Description(rows, model: name));
    var file = ModelFile.Write(model);
    File.WriteAllBytes(Path.Combine(args[2], name + ".model"), file);
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {file.Length} bytes, {model.Features.Features.Count} features, blend {string.Join(' ', model.Blend)}"));
}
return 0;

static string Description(LabelledHistory[] rows, string model) => string.Create(CultureInfo.InvariantCulture,
    $"{model}: {rows.Length} aircraft over the United States, 17 August to 31 December 2015, {rows.Count(r => r.IsSurveillance)} of them fixed-wing aircraft of the FBI and DHS, the others a random sample; labels and columns of BuzzFeed News, 7 August 2017");
