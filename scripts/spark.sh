# shellcheck shell=bash disable=SC2034,SC2154
# Java on the Spark of the build; to be sourced by what has set top, the folder of the repository.

java=${java:-${JAVA_HOME:+$JAVA_HOME/bin/}java}

# modules=(…): the options that Spark's own launcher would add; the list is that of JavaModuleOptions, without the vector
# module, which nothing here needs and Java warns of.
read -r -a modules < <(sed -n 's:.*<spark.jvm.options>\(.*\)</spark.jvm.options>.*:\1:p' "$top/pom.xml" |
  sed 's/--add-modules=jdk.incubator.vector//')

# spark_properties FILE: its properties as options of Java, one a line, for a session that SparkSubmit does not make.
spark_properties() {
  sed -n 's/^\(spark\.[^ ]*\)  *\(.*[^ ]\) *$/-D\1=\2/p' "$1"
}
